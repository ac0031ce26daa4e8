import { getRequestConfig } from "next-intl/server";
import { pageMessages } from "@/lib/i18n/page-messages";
import { pathAnswered } from "@/lib/server/bridge";

/** next-intl's configuration of the page or route that is being answered. */
export default getRequestConfig(() => pageMessages(pathAnswered()));
