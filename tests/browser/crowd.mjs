//! A site of many people, so that its search index has many files.

import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const GIVEN = ['Алексей Aleksei', 'Анна Anna', 'Борис Boris', 'Вадим Vadim', 'Дарья Daria', 'Евгений Yevgeny', 'Жанна Zhanna', 'Игорь Igor',
  'Ксения Kseniya', 'Мария Maria', 'Никита Nikita', 'Ольга Olga', 'Пётр Pyotr', 'Сергей Sergei', 'Фёдор Fyodor', 'Юлия Yulia'];
const STEMS = ['Щербак Shcherbak', 'Хохл Khokhl', 'Журавл Zhuravl', 'Цветк Tsvetk', 'Чайк Chaik', 'Юрь Yury', 'Якуш Yakush', 'Гагар Gagar',
  'Воробь Vorobi', 'Лебед Lebed', 'Орл Orl', 'Соколовск Sokolovsk', 'Дятл Dyatl', 'Синиц Sinits', 'Снегир Snegir', 'Грач Grach'];
const ENDS = ['ин in', 'енко enko', 'ович ovich', 'арский arsky', 'ушкин ushkin', 'аев aev'];

const MIDDLES = ['аб ab', 'вел vel', 'гунд gund', 'дым dym', 'жоз zhoz', 'мил mil', 'крот krot'];

const pair = (words) => words.split(' ');

/// Everybody: id, names in both alphabets. Three in four have a common given name.
export const CROWD = STEMS.flatMap((stem, s) => ENDS.flatMap((end, e) => [0, 1, 2, 3, 4, 5, 6].map((n) => {
  const [ru, en] = pair(stem), [ruEnd, enEnd] = pair(end);
  const [given, latin] = pair(n < 5 ? GIVEN[0] : GIVEN[(s * 7 + e * 3 + n) % GIVEN.length]);
  const [mark, latinMark] = pair(MIDDLES[n]);
  return { id: `x-${s}-${e}-${n}`, ru: { given, surname: ru + mark + ruEnd }, en: { given: latin, surname: en + latinMark + enEnd } };
})));

/// Builds the demonstration with all of them beside its own people.
export function crowded(program, content, folder) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(content, join(folder, 'content'), { recursive: true });
  for (const { id, ru, en } of CROWD) {
    writeFileSync(join(folder, 'content/people', `${id}.md`), `---
names: {given: {ru: ${ru.given}, en: ${en.given}}, surname: {ru: ${ru.surname}, en: ${en.surname}}, patronymic: {ru: Фёдорович, en: Fyodorovich}}
gender: male
public_record: A sample of a test.
sources: [{id: s, title: S}]
timeline: [{date: 2026-01-02, event: arrest, facility: sample-sizo, source: s}]
---
`);
  }
  const built = spawnSync(program, ['--site', folder, 'build'], { encoding: 'utf8' });
  if (built.status !== 0) throw new Error(built.stdout + built.stderr);
  return join(folder, 'public');
}
