import { expect, test } from "vitest";
import { saveSettings } from "@/lib/settings/save";
import { allSettings } from "@/lib/settings/newsroom";
import { isTimeZone, timeZonesToChoose } from "@/lib/settings/time-zones";
import { makeUser } from "@/lib/testing/make";

test("each zone that can be chosen is taken, and so are the names that zones had before", () => {
  for (const zone of [...timeZonesToChoose("UTC"), ...Intl.supportedValuesOf("timeZone")]) expect(isTimeZone(zone), zone).toBe(true);
});

test("a zone is found by the name that it has today, once, and the one that is chosen stands there by its own", () => {
  const zones = timeZonesToChoose("UTC");
  expect(zones[0]).toBe("UTC");
  expect(zones).toEqual(expect.arrayContaining(["Asia/Kolkata", "Europe/Kyiv", "America/Argentina/Buenos_Aires"]));
  expect(zones).not.toContain("Asia/Calcutta");
  expect(new Set(zones).size).toBe(zones.length);
  expect(timeZonesToChoose("Asia/Calcutta")).toContain("Asia/Calcutta");
});

test.each(["Asia/Kolkata", "Asia/Calcutta"])("the site's zone can be %s", async (timeZone) => {
  const administrator = await makeUser({ role: "administrator" });
  expect(
    await saveSettings(administrator, "site", { name: "Leserbrief", locale: "en", interfaceFollowsPost: "no", timeZone }),
  ).toMatchObject({ ok: true });
  expect(await allSettings(administrator)).toMatchObject({ timeZone });
});
