"""An annual report of a partnership that does not exist, as headings, texts, lists and tables."""

from __future__ import annotations

Part = tuple[str, object]

TITLE = "Northfold Innovation Partnership: Annual Report 2022"
PARTS: tuple[Part, ...] = (
    ("h1", TITLE),
    ("p", "Published by Northfold Innovation Partnership, March 2023"),
    ("h2", "Foreword"),
    ("p", "Two years ago our region set out to turn its old docks and mills into places where new "
          "industry grows. This report shows what companies, colleges and councils have achieved "
          "together in the Clean Coast programme, which runs from 2020 to 2025. We thank everybody "
          "who gave time, ideas and trust."),
    ("p", "Dr Helen Ashworth, chair of Northfold Innovation Partnership"),
    ("h2", "Projects at a glance"),
    ("p", "The table lists the projects that ran in 2022 under the Clean Coast programme."),
    ("table", (
        ("Project", "Lead", "Partners", "Period", "Budget"),
        ("HydroQuay", "Port of Northfold", "Marlin Fuels Ltd, University of Wexmouth",
         "2021-2024", "£2.4 million"),
        ("Smart Moorings", "Coastal Data Institute", "Brightline Sensors plc, Northfold Town "
         "Council and Tidewater College", "2022-2023", "£650,000"),
        ("Seagrass Return", "Wexmouth Wildlife Trust", "University of Wexmouth", "2020-2025",
         "£900,000"),
    )),
    ("h2", "HydroQuay"),
    ("p", "Ships at berth should not run on diesel. The HydroQuay project tests a hydrogen "
          "generator on the east quay. It is led by the Port of Northfold, together with Marlin "
          "Fuels Ltd and the University of Wexmouth (UoW). The generator was supplied by Kestrel "
          "Power Systems, and civil works were carried out by Harrow & Dale Construction. In "
          "spring, Oakmere Shipping withdrew from the project."),
    ("p", "“We learned more in one winter than in ten years of desk studies,” says Tom Beckett, "
          "engineer at Marlin Fuels Ltd."),
    ("h2", "Skills for the Shore"),
    ("p", "New machines need people who can run them. Skills for the Shore is a partnership between "
          "Tidewater College, the municipalities of Northfold and Carrow, and the Employers’ "
          "Federation of the North. Started in September 2021, the project has trained 214 "
          "technicians. Talks with Wexmouth Hospital about a course for carers are under way."),
    ("h3", "Partners"),
    ("ul", ("Tidewater College (coordinator)", "Municipality of Northfold",
            "Municipality of Carrow", "Employers’ Federation of the North",
            "Brightline Sensors plc", "Dunmore Training (until 2021)")),
    ("h2", "Mill Lane Makerspace"),
    ("p", "In the former cotton mill on Mill Lane, start-ups share machines and mentors. The "
          "makerspace project brings together Northfold Town Council, Coastal Data Institute and "
          "Weaver & Sons. Weaver & Sons is based at Mill Lane Campus, and so is Brightline "
          "Sensors plc. Printing of the brochure was sponsored by Quayside Bank."),
    ("h2", "From other regions"),
    ("p", "In Strathaven, the GreenForge project began in June. Strathaven Steel and the University "
          "of Strathaven work together on low-carbon casting. We will follow it with interest."),
    ("h2", "Contractors and suppliers"),
    ("p", "Kestrel Power Systems, Harrow & Dale Construction and Finch Catering worked for us in "
          "2022."),
    ("h2", "Further reading"),
    ("p", "J. Penrose and A. Lund, Harbours after Oil. Saltmarsh Press, 2021."),
    ("h2", "Imprint"),
    ("p", "Text: Larkin Editorial. Photography: Nia Okafor. Design: Studio Plover. Printed by "
          "Castle Press."),
)  # fmt: skip
