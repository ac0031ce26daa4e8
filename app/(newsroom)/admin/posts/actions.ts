"use server";
import { currentActor } from "@/lib/auth";
import { excludeRelated } from "@/lib/posts/exclude-related";
import { knownTranslations } from "@/lib/posts/known-translations";
import { findLinkTargets } from "@/lib/posts/link-targets";
import { findRelatable } from "@/lib/posts/newsroom";
import { relatedAround } from "@/lib/posts/proposals";
import { publishPost } from "@/lib/posts/publish";
import { setTranslation } from "@/lib/posts/set-translation";
import { sharePreview } from "@/lib/posts/share-preview";
import { submitForReview } from "@/lib/posts/submit-for-review";
import { updatePost } from "@/lib/posts/update";
import { withdrawPost } from "@/lib/posts/withdraw";
import type { Refusal } from "@/lib/result";
import { createCategory } from "@/lib/taxonomy/create-category";
import { createTag } from "@/lib/taxonomy/create-tag";
import { findTags } from "@/lib/taxonomy/newsroom";

// What these take comes from the browser, whatever the types say: each act parses it. Whoever is signed out meanwhile
// is told so and keeps the text, instead of being led away from it.

const signedOut: Refusal = { ok: false, error: "signedOut" };

/** Brings what was saved of a public post before its readers (`updatePost`). */
export async function update(input: unknown) {
  const actor = await currentActor();
  return actor ? updatePost(actor, input) : signedOut;
}

/** Makes a saved post public (`publishPost`). */
export async function publish(id: unknown) {
  const actor = await currentActor();
  return actor ? publishPost(actor, { id }) : signedOut;
}

/** Gives a draft to the desk (`submitForReview`). */
export async function submit(id: unknown) {
  const actor = await currentActor();
  return actor ? submitForReview(actor, { id }) : signedOut;
}

/** Takes a public post off the site (`withdrawPost`). */
export async function withdraw(id: unknown) {
  const actor = await currentActor();
  return actor ? withdrawPost(actor, { id }) : signedOut;
}

/** Makes a category (`createCategory`). */
export async function addCategory(name: unknown) {
  const actor = await currentActor();
  return actor ? createCategory(actor, { name }) : signedOut;
}

/** Finds posts and pages to link to (`findLinkTargets`). */
export async function findLinks(query: unknown) {
  const actor = await currentActor();
  return actor ? findLinkTargets(actor, query) : signedOut;
}

/** Finds posts to choose as related (`findRelatable`). */
export async function findRelated(query: unknown) {
  const actor = await currentActor();
  return actor ? findRelatable(actor, query) : signedOut;
}

/** What the site proposes as related, and what stands around it (`relatedAround`). */
export async function around(post: unknown) {
  const actor = await currentActor();
  return actor ? relatedAround(actor, post) : signedOut;
}

/** Excludes a post from the Related Posts for good, or lets it come back (`excludeRelated`). */
export async function exclude(input: unknown) {
  const actor = await currentActor();
  return actor ? excludeRelated(actor, input) : signedOut;
}

/** The translations of a post (`knownTranslations`). */
export async function translations(post: unknown) {
  const actor = await currentActor();
  return actor ? knownTranslations(actor, post) : signedOut;
}

/** Says that a post is a translation of another, or is none any more (`setTranslation`). */
export async function translate(input: unknown) {
  const actor = await currentActor();
  return actor ? setTranslation(actor, input) : signedOut;
}

/** Makes a tag (`createTag`). */
export async function addTag(name: unknown) {
  const actor = await currentActor();
  return actor ? createTag(actor, { name }) : signedOut;
}

/** Finds tags while one types (`findTags`). */
export async function findTagsFor(typed: unknown) {
  const actor = await currentActor();
  return actor ? findTags(actor, typed) : signedOut;
}

/** A private link to a post's preview: an own one, made if there is none (`sharePreview`). */
export async function preview(id: unknown) {
  const actor = await currentActor();
  return actor ? sharePreview(actor, { id, reuse: true }) : signedOut;
}
