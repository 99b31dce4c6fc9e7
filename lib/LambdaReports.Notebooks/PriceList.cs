using LambdaReports.Tables;

namespace LambdaReports.Notebooks;

/// <summary>The prices that costs are computed with, for a notebook to name.</summary>
public static class PriceList
{
    /// <summary>In a sentence, with their date.</summary>
    public static string InWords => Prices.Default.ToString();
}
