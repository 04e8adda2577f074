import * as echarts from "echarts/core";
import { BarChart } from "echarts/charts";
echarts.use([BarChart]);
document.getElementById("x").textContent = "hi";
