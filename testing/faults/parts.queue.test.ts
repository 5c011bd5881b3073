import { testRows } from "./test-rows.ts";

await testRows("parts");
