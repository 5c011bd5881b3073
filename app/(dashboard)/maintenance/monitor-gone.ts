export const MONITOR_GONE = "One of these monitors is not there any more. Choose again.";
