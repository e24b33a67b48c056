import { z } from 'zod';
import { defineCommand } from '../src/command/command.ts';
import { optional, ref } from '../src/command/fields.ts';
import { proposePractice } from '../src/domain/practice/propose.ts';
import {
  adviceField,
  evidenceField,
  moreFields,
  practiceContent,
  sourceField,
  titleField,
} from './shared/practice-fields.ts';
import { showDecided } from './shared/show-practice.ts';

const args = z.object({
  titel: titleField(),
  advies: adviceField(),
  bewijs: evidenceField(),
  bron: sourceField(),
  ...moreFields,
  evaluatie: optional(ref('evaluation', { names: ['evaluation'], hidden: true })),
});

export const praktijk = defineCommand({
  name: 'praktijk',
  aliases: ['propose-practice', 'practice-proposal', 'aanpak-voorstellen', 'nieuwe-aanpak'],
  access: 'partner',
  args,
  examples: [
    '"Laat de bank terugbellen" advies:"Oefen met mensen wat ze zeggen voordat ze ophangen." bewijs:D bron:"Ervaring van het politieteam" vorm:bankhelpdeskfraude doelgroep:senioren',
  ],
  run: async (context, given) => {
    const { store, by, ids } = context;
    const made = await proposePractice(store, by, ids, practiceContent(given), given.evaluatie);
    return showDecided(context, made, 'practice.proposed');
  },
});
