const TIME =
  /^(?:om |at )?(?<hour>\d{1,2})(?:(?:[:.]| ?[uh] ?)(?<minute>\d{2}))?(?: ?(?:uur|u|h|hrs?|o'?clock))?(?: ?(?<half>[ap])\.?m\.?)?$/;

/**
 * Reads a time of day: "9:00", "9u30", "14.30", "9 uur", "2 pm". Gives HH:MM, or undefined for what is no
 * time. A bare number needs a word or minutes with it: "9" alone could be anything.
 */
export function parseTime(text: string): string | undefined {
  const words = TIME.exec(text.trim().toLowerCase())?.groups;
  if (!words || /^\d+$/.test(text.trim())) return undefined;
  const minute = Number(words.minute ?? 0);
  let hour = Number(words.hour);
  if (words.half) {
    if (hour < 1 || hour > 12) return undefined;
    hour = (hour % 12) + (words.half === 'p' ? 12 : 0);
  }
  if (hour > 23 || minute > 59) return undefined;
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
