using Medway.LocalOffer.Search.Domain;
using Medway.LocalOffer.Testing;

namespace Medway.LocalOffer.Search.Tests.Domain;

public sealed class PersonalTextTests
{
    [Theory]
    [Proves("listings")]
    [InlineData("Write to me at jo@example.org", "e-mail")]
    [InlineData("jo at gmail", "e-mail")]
    [InlineData("Call 07700 900123", "long number")]
    [InlineData("Call (01632) 960-123", "long number")]
    [InlineData("born 03/11/2018", "long number")]
    [InlineData("lives in ME7 1XY", "postcode")]
    [InlineData("lives in me71xy", "postcode")]
    [InlineData("see www.example.org", "web address")]
    [InlineData("see example.co.uk", "web address")]
    public void Problem_WhatReachesAPerson_IsNamed(string text, string what) => PersonalText.Problem(text).ShouldNotBeNull().ShouldContain(what);

    [Theory]
    [InlineData("These clubs welcome new children in term time, 9.30am to 4pm.")]
    [InlineData("Ages 5 to 11. £3.50 each. Gillingham and ME7.")]
    [InlineData("Ask for a taster. 2 adults to 1 child.")]
    public void Problem_OrdinaryNote_IsNull(string text) => PersonalText.Problem(text).ShouldBeNull();
}
