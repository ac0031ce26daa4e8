import { z } from "zod";
import { NoticePace } from "@/lib/db/generated/enums";

const yesOrNo = z.enum(["soon", "never"], "invalidChoice").transform((pace) => pace === "soon");

/** Of what somebody wants mail, as the form of the account page sends it. */
export const noticesInput = z.object({
  replies: z.enum(NoticePace, "invalidChoice"),
  reports: yesOrNo,
  complaints: yesOrNo,
});
