// The place of each record's page.
export default {
  permalink: ({ lang, kind, page }) => `/${lang}/${kind}/${page.fileSlug}.html`,
};
