/**
 * The window as a whole: puts the features' models and views in their places, and has its start and end, look, keys,
 * settings and placement. It may import everything of ours but {@code cli}.
 */
package pingmonitor.ui.app;
