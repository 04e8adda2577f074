import "./style.css";
import { start } from "./page.js";
import { startSending } from "./sending.js";

start();
startSending();
