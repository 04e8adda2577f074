import "./style.css";
import { start } from "./page.js";

start();
