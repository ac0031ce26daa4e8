import type { TemplateName } from "@/lib/posts/page-templates/names";

/** Seiten, von denen man ausgeht: eigene Worte, in eckigen Klammern steht, was einzusetzen ist. Keine Rechtsberatung. */
export const german: Record<TemplateName, string> = {
  imprint: `# Impressum

## Angaben nach § 5 DDG

[Name oder Firma, Rechtsform]\\
[Straße und Hausnummer]\\
[Postleitzahl und Ort]

Vertreten durch: [Name]

## Kontakt

E-Mail: [Adresse]\\
Telefon: [Nummer]

## Register und Steuern

[Registergericht und Nummer, falls eingetragen]\\
[Umsatzsteuer-Identifikationsnummer, falls vorhanden]

## Verantwortlich für den Inhalt nach § 18 Abs. 2 MStV

[Name], [Anschrift wie oben]

## Leserbriefe

Leserbriefe geben die Meinung derer wieder, die sie schreiben. Wir lesen jeden, bevor er erscheint, und nehmen heraus, was Rechte anderer verletzt, sobald wir davon erfahren.`,
  privacy: `# Datenschutz

## Wer verantwortlich ist

[Name und Anschrift wie im Impressum]\\
E-Mail: [Adresse]

## Wenn du liest

Beim Lesen setzt diese Website kein Cookie und lädt nichts von anderen Servern. Um eine Seite zu schicken, verarbeitet unser Server kurz die Adresse, von der du sie aufrufst; eine ganze Adresse speichern wir nicht. Grundlage ist Art. 6 Abs. 1 Buchst. f DSGVO: Ohne sie käme die Seite nicht bei dir an.

## Wenn du einen Leserbrief schickst

Wir speichern Name, Text und die Website, wenn du eine angibst, und zeigen sie nach der Freischaltung. Deine E-Mail-Adresse wird nicht veröffentlicht: Sie liegt verschlüsselt und dient Rückfragen und den Nachrichten, die du bestellst. Den Anfang der Netzadresse und die Angabe deines Browsers bewahren wir höchstens sieben Tage auf, um Missbrauch abzuwehren. Grundlage ist Art. 6 Abs. 1 Buchst. f DSGVO.

Über den Link, den du nach dem Absenden bekommst, kannst du deinen Leserbrief ändern, zurücknehmen, deine Daten herunterladen und löschen lassen.

## Wer uns hilft

[Name des Anbieters, bei dem die Website läuft], mit dem ein Vertrag nach Art. 28 DSGVO besteht.

## Deine Rechte

Du kannst Auskunft verlangen, Berichtigung, Löschung, Einschränkung und Herausgabe deiner Daten, und der Verarbeitung widersprechen. Schreib an die Adresse oben. Du kannst dich auch bei einer Aufsichtsbehörde beschweren, etwa bei [zuständige Behörde].`,
  accessibility: `# Barrierefreiheit

## Was wir anstreben

Alle sollen diese Website lesen und auf ihr schreiben können: mit Tastatur, Bildschirmleser, vergrößerter Schrift, im Dunkeln und ohne JavaScript. Wir richten uns nach den WCAG 2.2, Stufe AA.

## Wie weit wir sind

Stand: [Datum]. Geprüft haben wir [welche Seiten, auf welche Weise].

Noch nicht barrierefrei ist: [was, warum, bis wann – oder: Uns ist nichts bekannt.]

## Wenn du auf ein Hindernis stößt

Schreib uns an [Adresse] oder ruf an: [Nummer]. Sag uns, auf welcher Seite es steht und was du vorhattest. Wir antworten innerhalb von [Anzahl] Tagen und schicken dir den Inhalt auf Wunsch in einer anderen Form.

## Wenn wir uns nicht einig werden

Du kannst dich an [zuständige Durchsetzungs- oder Schlichtungsstelle] wenden.`,
  contact: `# Kontakt

## Redaktion

E-Mail: [Adresse]\\
Telefon: [Nummer], [Zeiten]

## Hinweise und Berichtigungen

Ist etwas falsch? Schreib uns an [Adresse], am besten mit der Adresse des Beitrags. Was wir berichtigen, steht mit Datum darunter.

## Vertraulich

[Wie man die Redaktion vertraulich erreicht, etwa ein Schlüssel für verschlüsselte E-Mail.]

## Post

[Name]\\
[Straße und Hausnummer]\\
[Postleitzahl und Ort]`,
};
