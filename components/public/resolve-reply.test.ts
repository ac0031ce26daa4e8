import { expect, test } from "vitest";
import { resolveReply } from "@/components/public/resolve-reply";

const typed = { postId: "0193a000-0000-7000-8000-000000000000", body: "Danke", name: "Ada", email: "ada@example.org" };
const resolve = (values: object) => resolveReply({ ...typed, ...values }, undefined, { fields: {}, shouldUseNativeValidation: false });

test("a right form comes out parsed, without errors", async () => {
  expect(await resolve({ name: " Ada " })).toMatchObject({ values: { ...typed, parentId: null }, errors: {} });
});

test("each wrong field has its first issue's code, a right one nothing", async () => {
  const { errors } = await resolve({ name: " ", email: "ada", website: "ftp://example.org" });
  const codes = Object.entries(errors).map(([field, error]) => [field, error.message]);
  expect(Object.fromEntries(codes)).toEqual({ name: "required", email: "invalidEmail", website: "invalidUrl" });
});
