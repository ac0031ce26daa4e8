/** What the demo newsroom consists of; the texts stand beside as files in the form that `npm run import` reads. */
export type AuthorKey = "osterloh" | "wyke";

/** Invented people. The editor writes in German, the author in English. */
export const authors = {
  osterloh: {
    name: "Henrike Osterloh",
    email: "henrike.osterloh@example.org",
    role: "editor",
    slug: "henrike-osterloh",
    bio: "Henrike Osterloh leitet die Redaktion. Sie schreibt über die Stadt, ihre Ämter und das, was dort niemand gern vorliest. Leserbriefe beantwortet sie selbst.",
  },
  wyke: {
    name: "Jonah Wyke",
    email: "jonah.wyke@example.org",
    role: "author",
    slug: "jonah-wyke",
    bio: "Jonah Wyke writes about birds, silent films and other things that pass quickly. He came for a summer and has missed the last ferry ever since.",
  },
} as const;

/** One reader's comment and the answers to it. */
export interface DemoComment {
  name: string;
  /** The colleague who wrote it: it is marked as theirs. */
  by?: AuthorKey;
  at: string;
  body: string;
  answers?: DemoComment[];
}

export interface DemoPost {
  /** Its text is `FILE.txt`. */
  file: string;
  slug: string;
  lang: "de" | "en";
  category: "Welt" | "Stadt" | "Kultur";
  author: AuthorKey;
  at: string;
  /** Slugs of posts that stand before it in the list. */
  related?: string[];
  picture?: { file: string; alt: string };
  comments?: DemoComment[];
}

/** Static pages, in the order of the footer. */
export const pages = [
  { file: "impressum", slug: "impressum", lang: "de", at: "2024-05-01T08:00:00Z" },
  { file: "datenschutz", slug: "datenschutz", lang: "de", at: "2024-05-01T08:01:00Z" },
] as const;

/** Oldest first: a post can only choose those before it as related. */
export const posts: DemoPost[] = [
  {
    file: "letters-page",
    slug: "a-short-history-of-writing-to-the-editor",
    lang: "en",
    category: "Kultur",
    author: "wyke",
    at: "2024-05-24T09:15:00Z",
  },
  {
    file: "sicherheitsrat",
    slug: "so-arbeitet-der-sicherheitsrat",
    lang: "de",
    category: "Welt",
    author: "osterloh",
    at: "2024-05-28T07:30:00Z",
  },
  {
    file: "instruments",
    slug: "the-library-where-you-can-borrow-a-cello",
    lang: "en",
    category: "Kultur",
    author: "wyke",
    at: "2024-05-31T10:00:00Z",
    comments: [
      {
        name: "Marguerite P.",
        at: "2024-05-31T17:42:00Z",
        body: "I am one of the cello people. Mine has a name now, and the neighbours have *almost* forgiven me.",
        answers: [
          {
            name: "Tobias from downstairs",
            at: "2024-05-31T19:05:00Z",
            body: "Almost. The slow pieces are lovely, please stay with those.",
          },
        ],
      },
    ],
  },
  {
    file: "wochenmarkt",
    slug: "der-wochenmarkt-kehrt-zurueck",
    lang: "de",
    category: "Stadt",
    author: "osterloh",
    at: "2024-06-04T06:45:00Z",
  },
  {
    file: "communique",
    slug: "how-to-read-a-communique",
    lang: "en",
    category: "Welt",
    author: "wyke",
    at: "2024-06-07T08:20:00Z",
  },
  {
    file: "stummfilme",
    slug: "im-speicherkino-spielt-jemand-klavier",
    lang: "de",
    category: "Kultur",
    author: "osterloh",
    at: "2024-06-10T14:00:00Z",
    related: ["der-wochenmarkt-kehrt-zurueck"],
  },
  {
    file: "protokoll",
    slug: "was-ein-haendedruck-erzaehlt",
    lang: "de",
    category: "Welt",
    author: "osterloh",
    at: "2024-06-12T08:00:00Z",
    related: ["so-arbeitet-der-sicherheitsrat"],
  },
  {
    file: "swifts",
    slug: "what-we-learned-from-counting-swifts",
    lang: "en",
    category: "Stadt",
    author: "wyke",
    at: "2024-06-14T11:10:00Z",
    related: ["the-library-where-you-can-borrow-a-cello"],
    picture: { file: "swifts", alt: "Drawing: black swifts circle in a yellow evening sky above the roofs of a small town." },
    comments: [
      {
        name: "Edda K.",
        at: "2024-06-14T18:30:00Z",
        body: "We are the house next to the tax office. They start at a quarter past four in the morning. Still, we would miss them.",
      },
      {
        name: "Priya",
        at: "2024-06-15T07:55:00Z",
        body: "Could the list of the seven colonies be published? Our roof is due in autumn and I would like to know before the scaffolding goes up.",
        answers: [
          {
            name: "Jonah Wyke",
            by: "wyke",
            at: "2024-06-15T09:20:00Z",
            body: "Gladly: the town sends it to anybody who asks at the building office. They asked us not to print the exact addresses.",
            answers: [{ name: "Priya", at: "2024-06-15T09:48:00Z", body: "That was quick. Thank you!" }],
          },
        ],
      },
    ],
  },
  {
    file: "faehre",
    slug: "die-faehre-nach-brackwerder",
    lang: "de",
    category: "Stadt",
    author: "osterloh",
    at: "2024-06-17T05:50:00Z",
    related: ["der-wochenmarkt-kehrt-zurueck"],
    picture: {
      file: "ferry",
      alt: "Zeichnung: Eine kleine Fähre mit Fahrrädern an Deck auf einem breiten Fluss, dahinter steht tief die Sonne.",
    },
    comments: [
      {
        name: "Familie Jessen",
        at: "2024-06-17T08:12:00Z",
        body: "Unsere Jüngste hat heute zum ersten Mal auf der Überfahrt geschlafen. Danke, Hedwig.",
      },
      {
        name: "Rolf B.",
        at: "2024-06-17T12:40:00Z",
        body: "Schön und gut. Aber was passiert bei Eisgang? Der alte Diesel kam auch 2012 durch.",
        answers: [
          {
            name: "Anneke",
            at: "2024-06-17T13:26:00Z",
            body: "Steht doch im Text: Die alte Maschine bleibt bis zum Frühjahr im Schuppen. *Geölt.*",
            answers: [
              { name: "Rolf B.", at: "2024-06-17T15:02:00Z", body: "Wer lesen kann, ist klar im Vorteil. Ich nehme alles zurück." },
            ],
          },
        ],
      },
    ],
  },
  {
    file: "leserbriefe",
    slug: "warum-wir-eure-briefe-drucken",
    lang: "de",
    category: "Kultur",
    author: "osterloh",
    at: "2024-06-18T09:00:00Z",
    related: ["im-speicherkino-spielt-jemand-klavier"],
    picture: { file: "letterbox", alt: "Zeichnung: Ein gelber Briefkasten, aus dessen Schlitz ein Brief ragt; zwei weitere liegen davor." },
    comments: [
      {
        name: "H. Brandt",
        at: "2024-06-18T11:33:00Z",
        body: "Der Brief mit den Kartoffeln war von mir. Ich stehe zu jeder der vier Seiten!",
        answers: [
          {
            name: "Henrike Osterloh",
            by: "osterloh",
            at: "2024-06-18T12:10:00Z",
            body: "Wir auch. Das Beet hinter dem Haus ist inzwischen umgegraben.",
          },
        ],
      },
    ],
  },
  {
    file: "besuch-in-pjoengjang",
    slug: "putin-reist-nach-nordkorea",
    lang: "de",
    category: "Welt",
    author: "osterloh",
    at: "2024-06-19T06:30:00Z",
    related: ["was-ein-haendedruck-erzaehlt", "so-arbeitet-der-sicherheitsrat"],
    picture: {
      file: "arrival",
      alt: "Zeichnung: Nachts auf einem Flughafen reichen sich vor einem Flugzeug zwei Gestalten auf einem gelben Teppich die Hand.",
    },
    comments: [
      {
        name: "Sabine Lorenz",
        at: "2024-06-19T08:04:00Z",
        body: "Danke für den ruhigen Ton. Eine Frage: Was geschieht mit den Sanktionen, wenn niemand mehr prüft, ob sie eingehalten werden?",
        answers: [
          {
            name: "Jürgen",
            at: "2024-06-19T08:51:00Z",
            body: "Sie gelten weiter, so habe ich es in eurem Beitrag über den Sicherheitsrat verstanden. Es berichtet nur keiner mehr amtlich darüber.",
            answers: [
              {
                name: "Sabine Lorenz",
                at: "2024-06-19T09:17:00Z",
                body: "Den hatte ich übersehen, danke für den Hinweis.",
                answers: [
                  {
                    name: "Henrike Osterloh",
                    by: "osterloh",
                    at: "2024-06-19T09:42:00Z",
                    body: "Danke euch beiden fürs genaue Lesen. An der Frage, wer die Lücke füllt, bleiben wir dran.",
                    answers: [
                      {
                        name: "Jürgen",
                        at: "2024-06-19T10:05:00Z",
                        body: "Gern. Mich interessiert vor allem, ob andere Staaten das *gemeinsam* übernehmen könnten.",
                        answers: [
                          {
                            name: "Sabine Lorenz",
                            at: "2024-06-19T10:21:00Z",
                            body: "> ob andere Staaten das gemeinsam übernehmen könnten\n\nDas wäre auch meine nächste Frage gewesen.",
                          },
                        ],
                      },
                    ],
                  },
                ],
              },
            ],
          },
        ],
      },
      {
        name: "M. Yıldız",
        at: "2024-06-19T10:38:00Z",
        body: "Mich hätte noch interessiert, wie China die Reise sieht. Vielleicht ein Thema für die nächsten Tage?",
        answers: [
          {
            name: "Jonah Wyke",
            by: "wyke",
            at: "2024-06-19T11:16:00Z",
            body: "Gute Frage. Ich nehme sie in die nächste Redaktionsrunde mit.",
          },
        ],
      },
    ],
  },
];
