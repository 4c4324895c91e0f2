using Medway.LocalOffer.Search.Domain;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Search.Tests.Domain;

public sealed class KeptWordsTests
{
    private static readonly KeptWords Kept = new(new HashSet<string> { "oliver", "kowalski" });
    private static readonly HashSet<string> Known = ["autism", "swimming", "clubs", "club", "speech", "therapy"];

    [Theory]
    [Proves("listings")]
    [InlineData("Oliver autism")]
    [InlineData("kowalski speech therapy")]
    [InlineData("my son is called Brixton")]
    [InlineData("Mrs Featherstonehaugh")]
    [InlineData("wibble wobble wubble")]
    [InlineData("12 Acacia Avenue swimming")]
    [InlineData("swimming me@example.org")]
    [InlineData("07700 900123")]
    [InlineData("485 777 3456 autism")]
    [InlineData("born 03/11/2018 autism")]
    [InlineData("autism ME7 1XY")]
    [InlineData("i want to kill myself")]
    [InlineData("my boy does not talk and he is eight now and we are waiting for the assessment")]
    [InlineData("   ")]
    public void Of_WhatCouldNameOrReachAPerson_IsNotKept(string typed) => Kept.Of(typed, Known.Contains).ShouldBeNull();

    [Theory]
    [Proves("listings")]
    [InlineData("Autism", "autism")]
    [InlineData("trampolining", "trampolining")]
    [InlineData("Trampolining clubs for my son", "trampolining clubs for my son")]
    [InlineData("swimming age 12", "swimming age 12")]
    [InlineData("Speech-therapy", "speech therapy")]
    public void Of_WordsOfASearch_AreKeptNormalised(string typed, string kept) => Kept.Of(typed, Known.Contains).ShouldBe(kept);
}
