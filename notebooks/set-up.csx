// Loaded by the second cell of every notebook: the libraries, and how their values look.
// They are in the folder of the built command line, with everything that they need.
#r "../lib/LambdaReports.Cli/bin/Release/net10.0/LambdaReports.dll"
#r "../lib/LambdaReports.Cli/bin/Release/net10.0/LambdaReports.Notebooks.dll"
#r "../lib/LambdaReports.Cli/bin/Release/net10.0/Microsoft.Data.Analysis.dll"

LambdaReports.Notebooks.Formatters.Register();
