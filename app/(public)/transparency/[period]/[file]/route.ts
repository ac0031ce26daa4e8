import { fileAnswer, FORMATS } from "@/lib/transparency/file-answer";
import { publishedReport } from "@/lib/transparency/public";

export const dynamic = "force-dynamic";

/** `/transparency/2026-h1/report.csv` and `.json`: the numbers of the page as a file. */
export async function GET(_request: Request, { params }: { params: Promise<{ period: string; file: string }> }): Promise<Response> {
  const { period, file } = await params;
  const [format, report] = [FORMATS.find((each) => file === `report.${each}`), await publishedReport(period)];
  return format && report ? fileAnswer(format, report.period, report.figures) : new Response(null, { status: 404 });
}
