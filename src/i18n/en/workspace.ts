/** Workspaces, codes to link them, and who is not known yet. */
export const workspace = {
  'command.koppel.title': 'Link',
  'command.koppel.submit': 'Link',
  'command.koppel.summary': 'Link your workspace or your own account with a code from the coordinator',
  'command.koppelcode.title': 'Code for linking',
  'command.koppelcode.summary': 'Make a code with which an organisation links its workspace',
  'command.koppelcode.submit': 'Make the code',
  'command.werkruimte.title': 'Workspaces',
  'command.werkruimte.summary': 'See where I am installed, and whose workspace that is',
  'choice.ontkoppel': 'unlink',
  'field.code': 'Code',
  'field.werkruimte': 'Workspace',
  'field.organisaties': 'Organisations',
  'field.organisations': 'Organisations',
  'hint.koppelcode.organisaties': 'More than one when they share a workspace',
  'hint.koppelcode.persoon': 'Instead of an organisation: for one person’s account',
  'link.tenant':
    'This workspace now belongs to {names}. Everyone of the organisation can ask me things from now on.',
  'link.tenant-shared':
    'This workspace now belongs to {names}. Everyone says here once for whom they work, and can ask me things after that.',
  'link.person': 'This account is now that of {names}.',
  'link.placed':
    'You take part as a reader for {names}. Your contact or the coordinator can give you more rights.',
  'link.code': 'Code',
  'link.for-tenant':
    'Give this code to {names}. Someone of the organisation then types:\nin Slack: /campagne koppel {code}\nin Teams, in the own conversation with me: koppel {code}',
  'link.for-person':
    'Give this code to {names} only. Whoever types it acts as {names} from then on:\nin Slack: /campagne koppel {code}\nin Teams, in the own conversation with me: koppel {code}',
  'link.once': 'The code works once, until {until}. I show it only this once.',
  'channel.invite-slack':
    'I can only post there once I am in the channel. Type there: /invite @Campagneregie',
  'channel.invite-teams': 'I can only post there once I have been added to that team as an app.',
  'workspace.title': 'Workspaces',
  'workspace.count':
    '{count, plural, =0 {I am not installed anywhere yet.} one {1 workspace} other {# workspaces}}',
  'workspace.slack': 'Slack',
  'workspace.teams': 'Teams',
  'workspace.since': 'installed on {date}',
  'workspace.gone': 'removed on {date}: messages do not arrive there any more',
  'workspace.of': 'Of: {names}',
  'workspace.of-nobody':
    'Not linked yet: nobody sees anything there. Make a code and give it to the organisation.',
  'workspace.edit': 'Change organisations',
  'workspace.unlink': 'Unlink',
  'workspace.unlink-own':
    'This is the workspace in which you are working now. After that you cannot ask anything here either: only whoever runs the program can make a code again.',
  'workspace.unlink-warning':
    'People in this workspace will see nothing any more and get no messages there, until you link it again.',
  'workspace.linked': '{name} has been updated.',
  'workspace.unlinked': '{name} has been unlinked.',
  'setup.workspaces': 'Workspaces',
  'setup.workspace-gone': 'I was removed from it, or may not get in any more. Messages do not arrive there.',
  'standing.unlinked-title': 'Not linked yet',
  'standing.unlinked':
    'Your organisation has not been linked here yet. Ask the coordinator of the partnership for a code, and then type: {typed}, followed by the code. After that you can ask me anything.',
  'standing.enter-code': 'Enter the code',
  'standing.guest-title': 'Only for the organisation itself',
  'standing.guest':
    'You are a guest here. I answer people of the organisation itself only. You find the public calendar at {url}',
  'standing.inactive-title': 'You have been signed off',
  'standing.inactive': 'You have been signed off here. Is that wrong? Ask the coordinator.',
  'standing.unplaced': 'Several organisations work together in this workspace. Which one do you work for?',
  'refusal.link-where': 'Linking is done in Slack or Teams itself: type koppel there, followed by the code.',
  'refusal.link-guest': 'A guest cannot link. Ask someone of the organisation itself.',
  'refusal.link-placed': 'I know whom you work for. Is it wrong? Ask the coordinator.',
  'refusal.code-wrong':
    'I do not know this code, or it has been used or has expired. Check it, or ask the coordinator for a new one.',
  'refusal.code-too-often': 'Too many wrong codes were tried. Try again in an hour.',
  'refusal.code-other-organisation':
    'This code is for someone of another organisation than this workspace’s. Link the workspace first.',
  'refusal.code-for-one': 'Choose organisations or a person, not both.',
} as const;
