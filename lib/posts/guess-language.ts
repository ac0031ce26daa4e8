const WORDS = {
  de: /(?<!\p{L})(der|die|das|und|nicht|ist|mit|von|dem|den|ein|eine|zu|auf|für|sich|wird)(?!\p{L})/giu,
  en: /(?<!\p{L})(the|and|of|to|is|in|that|with|for|was|on|are|by|not|from|as)(?!\p{L})/giu,
};
const ENOUGH = 3;

/** Whether a text is German or English, by its commonest words; null when they do not tell. */
export function guessLanguage(text: string): "de" | "en" | null {
  const sample = text.slice(0, 20_000);
  const [de, en] = [sample.match(WORDS.de)?.length ?? 0, sample.match(WORDS.en)?.length ?? 0];
  if (Math.max(de, en) < ENOUGH || de === en) return null;
  return de > en ? "de" : "en";
}
