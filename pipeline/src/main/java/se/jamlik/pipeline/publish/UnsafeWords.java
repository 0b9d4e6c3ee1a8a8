package se.jamlik.pipeline.publish;

/** What an unsafe release says of itself wherever it is named; nothing for any other. */
final class UnsafeWords {
  private UnsafeWords() {}

  /** Words to begin a title or a meaning with. */
  static String before(ReleaseFacts facts) {
    return facts.isUnsafe() ? "OSÄKER UTGÅVA (UNSAFE), får inte spridas. " : "";
  }

  /** What it is, in two languages. */
  static String paragraph(ReleaseFacts facts) {
    return """
        **OSÄKER UTGÅVA, får inte spridas.** Skyddet för enskilda är svagare än Jämliks regler: %1$s. Den får läsas i en kontrollerad miljö av dem som beslutet
        nämner, och varken den eller tal ur den får lämnas vidare. Läst bredvid en vanlig utgåva försvagar den skyddet också i den.

        **UNSAFE RELEASE, not to be handed on.** Persons are protected less than the rules of Jämlik ask: %1$s. It may be read in a controlled environment by those
        whom the decision names, and neither it nor any number of it may leave that place. Read beside an ordinary release it weakens the protection of that one too.
        """
        .formatted(String.join("; ", facts.weaker()));
  }
}
