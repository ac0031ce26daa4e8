/** How long a title and a standfirst may be, in code points. */
export const MAX_TITLE_CHARS = 300;
export const MAX_STANDFIRST_CHARS = 2000;
