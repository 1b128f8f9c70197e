import {
  BarController,
  BarElement,
  CategoryScale,
  Chart as ChartJs,
  Filler,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  RadarController,
  RadialLinearScale,
  SubTitle,
  Title,
  Tooltip,
} from "chart.js";
import { Chart } from "react-chartjs-2";
import { asPicture, type PictureFrame, pictureSize } from "#charts/picture.ts";
import type { ChartSpec, ChartUse } from "#charts/theme.ts";
import { downloadPicture } from "#text/charts.ts";

ChartJs.register(RadarController, LineController, BarController, PointElement, LineElement, BarElement);
ChartJs.register(RadialLinearScale, LinearScale, CategoryScale, Filler, Legend, Tooltip, Title, SubTitle);

type Picture = PictureFrame & { fileName: string };
type DrawnChartProps = { chart: (use: ChartUse) => ChartSpec; says: string; picture: Picture | null };

/** Draws on a canvas that is never shown, and hands the picture to the browser as a file. */
function save(spec: ChartSpec, { fileName, ...frame }: Picture) {
  const canvas = document.createElement("canvas");
  canvas.width = pictureSize.width;
  canvas.height = pictureSize.height;
  const drawn = new ChartJs(canvas, asPicture(spec, frame));
  canvas.toBlob((blob) => {
    drawn.destroy();
    if (!blob) return;
    const link = document.createElement("a");
    link.href = URL.createObjectURL(blob);
    link.download = `${fileName}.png`;
    link.click();
    URL.revokeObjectURL(link.href);
  }, "image/png");
}

/** The chart itself, with chart.js: fetched only where a chart is shown. */
export function DrawnChart({ chart, says, picture }: DrawnChartProps) {
  const { type, data, options, plugins } = chart("page") as Parameters<typeof Chart>[0];
  return (
    <>
      <div className="chart-room">
        {/* Other numbers are another chart: what its plugins write is set when it is made. */}
        <Chart
          key={JSON.stringify(data)}
          role="img"
          aria-label={says}
          type={type}
          data={data}
          options={options}
          plugins={plugins}
        />
      </div>
      {picture && (
        <button
          type="button"
          className="ds-button chart-save"
          data-variant="tertiary"
          data-size="sm"
          onClick={() => save(chart("picture"), picture)}
        >
          {downloadPicture}
        </button>
      )}
    </>
  );
}
