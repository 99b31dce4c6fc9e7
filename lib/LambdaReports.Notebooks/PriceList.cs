using LambdaReports.Logs;

namespace LambdaReports.Notebooks;

/// <summary>The prices that costs are computed with, for a notebook to name.</summary>
public static class PriceList
{
    /// <summary>In a sentence, with their date.</summary>
    /// <param name="study">Whose prices count where it has any.</param>
    public static string InWords(Study study) => Prices.Of(study).ToString();
}
