/** What only Teams needs. */
export const teams = {
  'teams.answered-elsewhere': 'My answer is in our own conversation: everyone can read along here.',
  'teams.not-answered':
    'I cannot answer you privately here. Add me to Teams for yourself as well (Apps, Campagneregie, Add), and I will answer you there.',
  'teams.later': 'This takes a little longer. The answer comes in our conversation.',
  'teams.see-chat': 'The answer is in the conversation.',
  'teams.hello-channel':
    'Hello, I am Campagneregie: the shared campaign calendar against online fraud. Mention me with @Campagneregie and what you want to know, such as "kalender oktober". Only you see my answer.',
  'teams.how-to-type':
    'In a channel you mention me first, such as @Campagneregie kalender oktober. In our own conversation the command is enough.',
} as const;
