import type { TemplateName } from "@/lib/posts/page-templates/names";

/** Pages to start from: our own words, with what is to be filled in in square brackets. No legal advice. */
export const english: Record<TemplateName, string> = {
  imprint: `# Legal notice

## Who publishes this site

[Name or company, legal form]\\
[Street and number]\\
[Postal code and town]

Represented by: [name]

## How to reach us

E-mail: [address]\\
Telephone: [number]

## Registers and taxes

[Register and number, if there is one]\\
[VAT number, if there is one]

## Responsible for the content

[Name], [address as above]

## Letters from readers

Letters say what their writers think. We read each one before it appears, and take out what violates the rights of others as soon as we learn of it.`,
  privacy: `# Privacy

## Who is responsible

[Name and address as in the legal notice]\\
E-mail: [address]

## While you read

Reading this site sets no cookie and loads nothing from other servers. To send you a page, our server handles the network address that you ask from for a moment; we never store a whole one. The basis is Art. 6(1)(f) GDPR: without it the page would not reach you.

## When you send a reply

We store your name, your text, and your website if you give one, and show them once they are approved. Your e-mail address is not published: it is kept encrypted, for questions and for the messages that you ask for. The beginning of your network address and the name of your browser are kept for seven days at most, to fend off abuse. The basis is Art. 6(1)(f) GDPR.

By the link that you get after sending you can change your reply, take it back, download your data and have them erased.

## Who helps us

[Name of the provider on whose machines the site runs], under a contract as in Art. 28 GDPR.

## Your rights

You can ask for access to your data, for their correction, erasure, restriction and a copy to take elsewhere, and you can object to their use. Write to the address above. You can also complain to a supervisory authority, such as [the one in charge].`,
  accessibility: `# Accessibility

## What we aim at

Everybody shall be able to read this site and to write on it: by keyboard, with a screen reader, with enlarged text, in the dark, and without JavaScript. We follow WCAG 2.2 at level AA.

## How far we are

As of [date]. We checked [which pages, in which way].

Not yet accessible: [what, why, until when – or: We know of nothing.]

## When something is in your way

Write to [address] or call [number]. Tell us on which page it is and what you wanted to do. We answer within [number] days and send you the content in another form if you like.

## If we do not agree

You can turn to [the enforcement or arbitration body in charge].`,
  contact: `# Contact

## Newsroom

E-mail: [address]\\
Telephone: [number], [hours]

## Hints and corrections

Is something wrong? Write to [address], best with the address of the post. What we correct is told under it, with the date.

## In confidence

[How to reach the newsroom in confidence, such as a key for encrypted e-mail.]

## By post

[Name]\\
[Street and number]\\
[Postal code and town]`,
};
