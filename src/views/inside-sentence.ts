/** A name as it stands inside a sentence: "bij bankhelpdeskfraude", and as it was for "CEO-fraude". */
export function insideSentence(name: string): string {
  return /^\p{Lu}\p{Ll}/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}
