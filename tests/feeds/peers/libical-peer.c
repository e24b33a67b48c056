/* Prints what libical reads in a feed, one event a line: see peers.ts for the columns. */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>

static void print_time(icalcomponent *event, icalproperty_kind kind) {
  icalproperty *property = icalcomponent_get_first_property(event, kind);
  if (property == NULL) {
    printf("-\t");
    return;
  }
  struct icaltimetype time = icalproperty_get_datetime_with_component(property, event);
  if (time.is_date)
    printf("%04d-%02d-%02d\t", time.year, time.month, time.day);
  else
    printf("%lld\t", (long long)icaltime_as_timet_with_zone(time, time.zone));
}

int main(int count, char **arguments) {
  FILE *file = count > 1 ? fopen(arguments[1], "rb") : NULL;
  if (file == NULL) return 2;
  static char text[1 << 20];
  text[fread(text, 1, sizeof text - 1, file)] = '\0';
  fclose(file);
  icalcomponent *calendar = icalparser_parse_string(text);
  if (calendar == NULL) {
    fprintf(stderr, "libical reads no calendar\n");
    return 1;
  }
  icalcomponent *event = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT);
  for (; event != NULL; event = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT)) {
    printf("%s\t", icalcomponent_get_uid(event));
    print_time(event, ICAL_DTSTART_PROPERTY);
    print_time(event, ICAL_DTEND_PROPERTY);
    printf("%d\t%s\t", icalcomponent_get_sequence(event), icalproperty_status_to_string(icalcomponent_get_status(event)));
    printf("%s\n", icalcomponent_get_summary(event));
  }
  icalrestriction_check(calendar);
  int errors = icalcomponent_count_errors(calendar);
  if (errors > 0) fprintf(stderr, "%d errors\n%s\n", errors, icalcomponent_as_ical_string(calendar));
  return errors > 0;
}
