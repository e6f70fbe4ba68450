@echo off
rem Start ledwerk without internet: double-click. Nothing is installed outside this folder.
chcp 65001 >nul
cd /d "%~dp0"
for %%v in (3.13 3.12 3.11) do (
    py -%%v -c "import sys" >nul 2>nul && (
        py -%%v start.py %*
        goto ended
    )
)
python -c "import sys; sys.exit(sys.version_info[:2] not in ((3, 11), (3, 12), (3, 13)))" >nul 2>nul && (
    python start.py %*
    goto ended
)
echo Python 3.11, 3.12 of 3.13 ontbreekt. Haal "Windows installer (64-bit)" van
echo https://www.python.org/downloads/windows/ (dat kan ook op een andere computer), zet het op deze
echo computer, en dubbelklik daarna opnieuw op start-windows.bat.
echo Python 3.11, 3.12 or 3.13 is missing. Get "Windows installer (64-bit)" from
echo https://www.python.org/downloads/windows/ (on another computer if need be), install it here, and
echo double-click start-windows.bat again.
:ended
pause
