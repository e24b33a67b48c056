/** Reads the tables of the Actieplan's source document, knowing nothing of the calendar files. */

export interface SourceRow {
  line: number;
  theme: number;
  goalCell: string;
  goal: string;
  result: string;
  planning: string;
  leads: string;
  partners: string;
}

export interface SourceTheme {
  no: number;
  title: string;
  objective: string;
}

export function readPlanSource(text: string): { themes: SourceTheme[]; rows: SourceRow[] } {
  const themes: SourceTheme[] = [];
  const rows: SourceRow[] = [];
  let goal = '';
  text.split('\n').forEach((lineText, index) => {
    const heading = /^#{2,3} (\d)\. (.+)$/.exec(lineText);
    if (heading) themes.push({ no: Number(heading[1]), title: heading[2]!.trim(), objective: '' });
    const theme = themes.at(-1);
    const cells = lineText.split('\t').map((cell) => cell.trim());
    if (!theme || cells.length !== 5 || cells[0] === 'Doelstelling' || cells[0] === 'Doel') return;
    const [goalCell, result, planning, leads, partners] = cells as [string, string, string, string, string];
    if (!result) {
      theme.objective = goalCell.replace(/^<p>|<\/p>$/g, '');
      return;
    }
    if (goalCell) goal = goalCell;
    rows.push({ line: index + 1, theme: theme.no, goalCell, goal, result, planning, leads, partners });
  });
  return { themes, rows };
}

/** "Q4 2024 en Q1, Q3 en Q4 2025": a year belongs to all quarters before it that have none yet. */
export function quartersOf(planning: string): { quarters: string[]; yearStated: boolean } {
  const quarters: string[] = [];
  let waiting: string[] = [];
  for (const [word] of planning.matchAll(/Q[1-4]|\d{4}/g)) {
    if (word.startsWith('Q')) waiting.push(word);
    else {
      quarters.push(...waiting.map((quarter) => `${word}-${quarter}`));
      waiting = [];
    }
  }
  return {
    quarters: [...quarters, ...waiting.map((quarter) => `2024-${quarter}`)],
    yearStated: !waiting.length,
  };
}
