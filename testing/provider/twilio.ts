import { playProvider, type ProviderAnswer } from "./play-provider.ts";
import { sendContext, type Given } from "./send-context.ts";
import { TWILIO_URL, twilioAnswer } from "./twilio-answers.ts";

export { ACCOUNT_SID, AUTH_TOKEN, FROM, TWILIO_URL, signedByTwilio, twilioError, twilioReports } from "./twilio-answers.ts";

/**
 * Twilio's Messages and Calls as its reference has them (https://www.twilio.com/docs/messaging/api/message-resource#create-a-message,
 * https://www.twilio.com/docs/voice/api/call-resource#create-a-call): form-encoded, 201 with the resource, an error with code and message.
 */
export async function playTwilio(instead: (fields: URLSearchParams) => ProviderAnswer | undefined = () => undefined) {
  const posts: URLSearchParams[] = [];
  const { origin, asked } = await playProvider((request) => {
    const answer = twilioAnswer(request);
    if (answer.status !== 201) return answer;
    const fields = new URLSearchParams(request.body);
    posts.push(fields);
    return instead(fields) ?? answer;
  });
  const context = (more: Given = {}) =>
    sendContext({ leads: { "https://api.twilio.com": origin }, phoneUrls: [TWILIO_URL], ...more });
  return { origin, asked, posts, context };
}
