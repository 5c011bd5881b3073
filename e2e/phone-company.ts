import { once } from "node:events";
import http from "node:http";
import { signedByTwilio, TWILIO_URL, twilioAnswer, twilioReports } from "#testing/provider/twilio-answers.ts";

/** Settings of a product whose provider of SMS and calls is at this port. */
export function phoneSettings(port: number): Record<string, string> {
  const url = TWILIO_URL.replace("twilio://", "twilio+http://").replace("api.twilio.com", `127.0.0.1:${port}`);
  return { PHONE_URLS: url, SMS_PRICE: "0.08 EUR", CALL_PRICE: "0.15 EUR" };
}

/** Twilio, and whoever has the phones: takes what is to be sent, and when a call is answered asks the product what it says. */
export class PhoneCompany {
  readonly #asked: URLSearchParams[] = [];
  readonly #server = http.createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8").on("data", (piece: string) => (body += piece));
    request.on("end", () => {
      const { method = "", url = "", headers } = request;
      const answer = twilioAnswer({ method, path: url, headers, body });
      if (answer.status === 201) this.#asked.push(new URLSearchParams(body));
      response.writeHead(answer.status, { "Content-Type": "application/json" }).end(JSON.stringify(answer.body));
    });
  });

  async listen(): Promise<void> {
    this.#server.listen(Number(process.env.STORY_PHONE_PORT), "127.0.0.1");
    await once(this.#server, "listening");
  }

  async close(): Promise<void> {
    this.#server.close();
    await once(this.#server, "close");
  }

  /** The texts that a number got. */
  texts(to: string): string[] {
    return this.#asked.flatMap((fields) => (fields.get("To") === to ? (fields.get("Body") ?? []) : []));
  }

  /** Says what came of the latest text to a number. */
  reportText(to: string, said: Record<string, string>): Promise<number> {
    return twilioReports(
      this.#asked.findLast((fields) => fields.get("To") === to && fields.has("Body"))!,
      said,
    );
  }

  /** Where the calls that a number got say that they are answered. */
  calls(to: string): string[] {
    return this.#asked.flatMap((fields) => (fields.get("To") === to ? (fields.get("Url") ?? []) : []));
  }
}

/** Answers a call, or presses a key in it, as Twilio tells it; `token` signs. What comes back is the status and the script. */
export async function onThePhone(url: string, digits?: string, token?: string): Promise<{ status: number; script: string }> {
  const fields = new URLSearchParams({ CallStatus: "in-progress", ...(digits !== undefined && { Digits: digits }) });
  const response = await fetch(url, { method: "POST", body: fields, headers: signedByTwilio(url, fields, token) });
  return { status: response.status, script: await response.text() };
}
