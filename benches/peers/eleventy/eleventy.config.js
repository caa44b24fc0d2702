// The site that benches/floor.rs writes, by Eleventy.
const languages = ["ru", "en"];
const taxonomies = ["regions", "articles", "held"];
const lines = 100;

const of = (api, lang, kind) =>
  api.getAll().filter(({ data }) => data.lang === lang && data.kind === kind);

const byTitle = (a, b) => (a.data.title < b.data.title ? -1 : 1);

/** People by the terms of a taxonomy. */
function terms(people, taxonomy) {
  const found = new Map();
  for (const person of people) {
    for (const term of person.data[taxonomy] ?? []) {
      if (!found.has(term)) found.set(term, []);
      found.get(term).push(person);
    }
  }
  return [...found].sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The pages of one list. */
function cut(lang, name, people) {
  const path = (number) => `/${lang}/${name}${number ? `-${number + 1}` : ""}.html`;
  const count = Math.ceil(people.length / lines);
  return Array.from({ length: count }, (_, number) => ({
    lang,
    title: name.replace("/index", ""),
    path: path(number),
    people: people.slice(number * lines, (number + 1) * lines),
    previous: number > 0 && path(number - 1),
    next: number + 1 < count && path(number + 1),
  }));
}

export default function (config) {
  config.addGlobalData("languages", languages);
  config.addGlobalData("taxonomies", taxonomies);

  config.addCollection("lists", (api) =>
    languages.flatMap((lang) => {
      const people = of(api, lang, "people").sort(byTitle);
      const below = taxonomies.flatMap((taxonomy) =>
        terms(people, taxonomy).flatMap(([term, held]) => cut(lang, `${taxonomy}/${term}`, held)),
      );
      return [...cut(lang, "people/index", people), ...below];
    }),
  );
  config.addCollection("indexes", (api) =>
    languages.flatMap((lang) =>
      taxonomies.map((taxonomy) => ({
        lang,
        taxonomy,
        terms: terms(of(api, lang, "people"), taxonomy).map(([term, people]) => ({
          term,
          count: people.length,
        })),
      })),
    ),
  );
  config.addCollection("facilities", (api) =>
    Object.fromEntries(
      languages.map((lang) => [
        lang,
        Object.fromEntries(of(api, lang, "facilities").map((page) => [page.fileSlug, page])),
      ]),
    ),
  );
  config.addCollection("newest", (api) =>
    Object.fromEntries(
      languages.map((lang) => [
        lang,
        of(api, lang, "people")
          .sort((a, b) => b.date - a.date)
          .slice(0, 50),
      ]),
    ),
  );
  config.addFilter("day", (date) => date.toISOString().slice(0, 10));

  return {
    dir: { input: ".", includes: "_includes", output: "public" },
    // Texts hold no templates.
    markdownTemplateEngine: false,
  };
}
