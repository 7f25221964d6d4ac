package io.github.evenlot.app.analyze;

/** How a report looks: in light, in dark, on a phone, on paper. */
final class HtmlStyle {

  static final String CSS =
      """
      :root{--ink:#1d2329;--quiet:#5b6570;--line:#e3e6ea;--page:#f6f7f9;--card:#fff;
      --good:#00724f;--bad:#b3450a;--plain:#4b5763}
      @media screen and (prefers-color-scheme:dark){:root{--ink:#e8eaed;--quiet:#a4adb6;
      --line:#363c43;--page:#15181c;--card:#1e2227;--good:#3ecf9f;--bad:#f0a04b;--plain:#a4adb6}}
      *{box-sizing:border-box}
      body{margin:0 auto;max-width:1080px;padding:24px 20px 60px;background:var(--page);
      color:var(--ink);font:15px/1.5 system-ui,-apple-system,"Segoe UI",sans-serif}
      h1{font-size:1.6em;line-height:1.2;margin:0;overflow-wrap:anywhere}
      h2{font-size:1.15em;margin:0 0 8px}h3{font-size:1em;margin:0;overflow-wrap:anywhere}
      header p,article p{color:var(--quiet);margin:4px 0 12px}
      .cards{columns:400px;column-gap:16px}
      .cards section{break-inside:avoid;margin-bottom:16px}
      .cards section,article,figure,details{background:var(--card);border:1px solid var(--line);
      border-radius:8px;padding:16px}figure{margin:0}
      main>*{margin-top:20px}main>section>article,main>figure{margin-top:16px}th+th,td+td{padding-left:10px}
      article figure{border:0;padding:0}
      .scroll{overflow-x:auto}
      table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
      th,td{text-align:left;padding:4px 10px 4px 0;border-bottom:1px solid var(--line);
      vertical-align:top}
      th{color:var(--quiet);font-weight:500;font-size:.87em}
      td.number{white-space:nowrap}.number{text-align:right}
      .badge{font-size:.8em;font-weight:600;border:1px solid;border-radius:99px;padding:1px 8px;
      white-space:nowrap;color:var(--plain)}
      .badge.winner{color:var(--good)}.badge.broken,.badge.control-best{color:var(--bad)}
      summary{cursor:pointer;font-weight:600}
      @media(max-width:600px){body{padding:16px 10px 40px}.cards section,article,figure,details{
      padding:12px 10px}}
      @media print{body{max-width:none;padding:0;background:none}article,figure,.cards section{
      break-inside:avoid}.cards section,article,figure,details{border-color:#bbb}}
      """;

  private HtmlStyle() {}
}
