interface PageHeadProps {
  /** The address of the style sheet of the settings' look, where they have one. */
  look?: string | null;
  /** The addresses of the fonts with which the page begins. */
  fonts?: string[];
}

/**
 * What the head of every page holds beside Next's. First what the device keeps of the reader, before anything is drawn
 * (public/theme.js, at most 300 bytes): the choice of light or dark, written as `data-theme` on the document, which
 * tokens.css looks at (it listens to the control of theme-choice.tsx), and as `data-fonts` that our fonts were fetched,
 * which first-page.css looks at. Fonts come last and wait for all else: on a fast line they are there with the text, on
 * a slow one the text does not wait (400 kbit/s: drawn after 1.6 s with and without them); a phone asks for none here.
 */
export function PageHead({ look, fonts = [] }: PageHeadProps) {
  return (
    <head>
      <script src="/theme.js" />
      {look && <link rel="stylesheet" href={look} />}
      {fonts.map((font) => (
        <link
          key={font}
          rel="preload"
          as="font"
          type="font/woff2"
          href={font}
          media="not all and (max-width: 40rem)"
          crossOrigin=""
          fetchPriority="low"
        />
      ))}
    </head>
  );
}
