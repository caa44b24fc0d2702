//! The address of the sample person, as the content has it, line by line.

/// Each begins a line of its own, in this order; lines may say more.
export const ADDRESS = [
  'Колонии Образцу Образцовичу',
  'ФКУ ИК-00 (образец) УФСИН России по Владимирской области',
  'ул. Примерная, д. 2',
  'пос. Примерный',
  'Образцовский район',
  'Владимирская область',
  '000002',
  'RUSSIA',
];

/// Which parts of an address do not begin a line below the part before them.
export function lacking(parts, lines) {
  const faults = [];
  let from = 0;
  for (const part of parts) {
    const at = lines.findIndex((line, index) => index >= from && line.trim().startsWith(part));
    if (at < 0) faults.push(`address: \`${part}\` is not on a line of its own below the one before it`);
    else from = at + 1;
  }
  return faults;
}

/// Marks of direction, which a printer or a form would choke on.
export function turning(lines) {
  const MARKS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
  return lines.filter((line) => MARKS.test(line)).map((line) => `address: a mark of direction in \`${JSON.stringify(line)}\``);
}
