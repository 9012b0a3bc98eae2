"""The language of the console: our own texts, and those of the system's dialogs."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from resources.catalogue import Catalogue, catalogue
from workshop_flows.vocabulary import Language


class Speech:
    """Gives the texts of the console; the dialogs that Qt draws itself follow."""

    def __init__(self, application: QCoreApplication) -> None:
        self._application = application
        self._dialogs: QTranslator | None = None

    def speak(self, language: Language) -> Catalogue:
        """Switch to a language at once, and return its texts."""
        if self._dialogs is not None:
            self._application.removeTranslator(self._dialogs)
        self._dialogs = QTranslator()
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if self._dialogs.load(f"qtbase_{language}", folder):
            self._application.installTranslator(self._dialogs)
        QLocale.setDefault(QLocale(language))
        return catalogue(language)
