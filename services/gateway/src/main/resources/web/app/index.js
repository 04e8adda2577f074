import "./style.css";
import { showAccount } from "./account.js";
import { startAlerting } from "./alerting.js";
import { start } from "./page.js";
import { startSending } from "./sending.js";

showAccount();
start();
startSending();
startAlerting();
