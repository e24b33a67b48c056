/**
 * First names that are common in the Netherlands and not also a brand, a month or an everyday word with a capital.
 * With a surname behind it such a name is somebody's; alone it says too little.
 */
const WORDS = `
Jan Piet Pieter Peter Kees Cornelis Hendrik Henk Johan Johannes Johanna Willem Wim Gerrit Gerard Jeroen Martijn
Maarten Marco Michiel Mark Paul Robert Ronald Rob Sander Stefan Thijs Tim Tom Thomas Wouter Dennis Dirk Erik Frank
Hans Jasper Joost Karel Kevin Lars Luuk Daan Sem Bram Ruben Bas Niels Rick Theo
Anna Anne Maria Annemarie Els Ellen Emma Eva Femke Hanneke Ingrid Inge Jolanda Karin Linda Lisa Lotte Marieke Marijke
Marloes Miranda Monique Petra Sanne Saskia Sophie Tineke Truus Wilma Yvonne Julia Laura Sara Esther Esmee
Mohammed Mohamed Ahmed Ali Hassan Ibrahim Mehmet Mustafa Omar Rachid Said Youssef Yusuf Aisha Fatima Fatma Khadija
Leila Samira Yasmina Piotr Krzysztof Katarzyna Agnieszka Olena David Daniel Michael John James Mary
`;

export const FIRST_NAMES: readonly string[] = WORDS.trim().split(/\s+/);

/** What is called like a person and is none: shops, places, ships, sayings. Folded to lower case. */
export const CALLED_LIKE_SOMEONE: ReadonlySet<string> = new Set([
  ...['jan modaal', 'jan linders', 'anna paulowna', 'thomas cook', 'robert bosch', 'peter pan'],
  ...['ali express', 'ali baba', 'michael page', 'hans anders', 'emma safe', 'tom tom', 'willem wever'],
]);
