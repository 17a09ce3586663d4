package care.baton.fhir.hostile;

import care.baton.fhir.partner.PartnerProfile;
import care.baton.json.Json;
import care.baton.pathway.Pathway;
import java.nio.charset.StandardCharsets;

/** A pathway or a partner's profile, as a host wrote it. */
public final class DefinitionTarget {

    private DefinitionTarget() {}

    /**
     * Reads it as either.
     *
     * @param input any bytes
     */
    public static void fuzzerTestOneInput(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        Same.twice(
                Json.readDefinition(Pathway.class, text),
                Json::write,
                again -> Json.readDefinition(Pathway.class, again));
        Same.twice(
                Json.readDefinition(PartnerProfile.class, text),
                Json::write,
                again -> Json.readDefinition(PartnerProfile.class, again));
    }
}
