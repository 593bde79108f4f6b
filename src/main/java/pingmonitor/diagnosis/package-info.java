/**
 * What the evidence of a run means and what a person can try. Rules over one {@code Evidence}, without a network, find
 * the causes; {@code NetworkExaminer} gathers the evidence. Of ours it may import wire, text, host, ping, echo.fate
 * and session.
 */
package pingmonitor.diagnosis;
