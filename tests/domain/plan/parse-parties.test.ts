import { describe, expect, it } from 'vitest';
import { partyReader } from '../../../src/domain/plan/parse-parties.ts';
import { ofKind } from '../../import/calendars.ts';

const read = partyReader([...ofKind('organisation'), ...ofKind('group')]);

describe('the leads and partners of an action', () => {
  it('of the Actieplan 2024 are read as they are stored, but for two cells that a person read better', () => {
    const different = ofKind('action').flatMap(({ key, leadsText, leads, partnersText, partners }) => {
      const wrong = [];
      if (JSON.stringify(read(leadsText)) !== JSON.stringify(leads)) wrong.push(`${key} leads`);
      if (JSON.stringify(read(partnersText)) !== JSON.stringify(partners)) wrong.push(`${key} partners`);
      return wrong;
    });
    expect(different).toEqual(['AP24-1.03 partners', 'AP24-2.07 partners']);
  });

  it('are known by former names, spellings and ids', () => {
    expect(read('EZ; Ministerie van Economische Zaken, organisation/om')).toEqual([
      'organisation/ezk',
      'organisation/om',
    ]);
    expect(read('vno-ncw/mkb nederland')).toEqual(['organisation/vno-ncw-mkb']);
  });

  it('stay words when they name nobody', () => {
    expect(read('bibliotheken en scholen')).toEqual([{ text: 'bibliotheken en scholen' }]);
    expect(read('Politie en buurtvaders')).toEqual(['organisation/politie', { text: 'buurtvaders' }]);
    expect(read('')).toEqual([]);
  });

  it('are not cut at a comma in brackets', () => {
    expect(read('Marktpartijen (telecom, betaaldiensten)')).toEqual([
      { text: 'Marktpartijen (telecom, betaaldiensten)' },
    ]);
  });
});
