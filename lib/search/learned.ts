/** The words that can complete or correct one: with a letter, and within these lengths (search_word_length). */
export const LEARNED = /^(?=.*\p{L}).{3,40}$/su;
