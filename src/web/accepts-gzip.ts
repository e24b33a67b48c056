/** Whether an Accept-Encoding header allows gzip (RFC 9110, 12.5.3); without the header it is not used. */
export function acceptsGzip(header: string | undefined): boolean {
  if (!header) return false;
  // Nearly every client sends a list without weights, and this runs with every request.
  if (!header.includes(';')) return /(?:^|[, ])(?:(?:x-)?gzip|\*)(?:[, ]|$)/i.test(header);
  const weights = new Map(header.toLowerCase().split(',').map(weigh));
  const weight = weights.get('gzip') ?? weights.get('x-gzip') ?? weights.get('*') ?? 0;
  return weight > 0 && weight >= (weights.get('identity') ?? 0);
}

function weigh(coding: string): [string, number] {
  const [name = '', ...parameters] = coding.split(';').map((part) => part.trim());
  const weight = parameters.find((parameter) => parameter.startsWith('q='));
  return [name, weight ? Number(weight.slice(2)) || 0 : 1];
}
