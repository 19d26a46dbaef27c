#!/usr/bin/env pwsh
#requires -Version 7.2
# The operator's tool: what has to be done in an org after the solution is imported, and after every upgrade. See README.md, or --help.
# operator.sh does the same in bash; both take the same options.
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'

$Here = $PSScriptRoot
foreach ($part in 'text', 'webapi', 'solution', 'steps', 'rows', 'calls', 'doctor') {
    . (Join-Path $Here "operator/powershell/$part.ps1")
}

# Which options a command takes, besides those of all.
$OptionsOf = @{
    setup = '--gate', '--off', '--reactivate', '--poll', '--timeout', '--steps'
    doctor = , '--steps'
    unregister = , '--steps'
    settings = @()
    installed = @()
    data = , '--data'
    sweep = '--timeout', '--token'
    recompute = '--from', '--to', '--timeout', '--token'
    reconcile = '--opportunity', '--timeout', '--token'
}

function Set-Defaults {
    $script:Url = $env:DATAVERSE_URL
    $script:Solution = 'CrmExtensions'
    $script:Steps = Join-Path $Here steps
    $script:Data = Join-Path $Here data
    $script:Gate = 'auto'
    $script:Off = @()
    $script:Reactivate = $script:DryRun = $false
    $script:Poll = 10
    $script:Timeout = $script:From = $script:To = $script:Opportunity = $script:FromToken = $script:File = $script:Token = $script:Resume = $null
}

function Read-Options([string[]] $Words) {
    if (-not $OptionsOf.ContainsKey($Command)) { Stop-Run 2 usage.command $Command }
    $allowed = $OptionsOf[$Command] + '--url', '--dry-run', '--language', '--solution'
    for ($place = 0; $place -lt $Words.Count; $place++) {
        $word = $Words[$place]
        if (-not $word.StartsWith('--')) {
            if ($Command -ne 'settings' -or $File) { Stop-Run 2 usage.option $word, $Command }
            $script:File = $word
        }
        elseif ($word -cnotin $allowed) { Stop-Run 2 usage.option $word, $Command }
        elseif ($word -eq '--dry-run') { $script:DryRun = $true }
        elseif ($word -eq '--reactivate') { $script:Reactivate = $true }
        elseif ($place + 1 -eq $Words.Count) { Stop-Run 2 usage.value $word }
        else { Read-Value $word $Words[++$place] }
    }
}

function Read-Value([string] $Option, [string] $Value) {
    switch ($Option) {
        --url { $script:Url = $Value }
        --language { Test-OneOf $Option $Value 'en', 'ja' }
        --solution { $script:Solution = $Value }
        --steps { $script:Steps = $Value }
        --data { $script:Data = $Value }
        --gate { Test-OneOf $Option $Value 'on', 'off', 'auto'; $script:Gate = $Value }
        --off { $script:Off = @($Value -split '[, ]' | Where-Object { $_ }) }
        --poll { Test-Seconds $Option $Value; $script:Poll = $Value }
        --timeout { Test-Seconds $Option $Value; $script:Timeout = [int] ($Value -replace '\..*') }
        --from { $script:From = $Value }
        --to { $script:To = $Value }
        --token { $script:FromToken = $Value }
        --opportunity {
            $id = [guid]::Empty
            if (-not [guid]::TryParseExact($Value, 'D', [ref] $id)) { Stop-Run 2 usage.guid $Option, $Value }
            $script:Opportunity = $Value
        }
    }
}

function Test-OneOf([string] $Option, [string] $Value, [string[]] $Allowed) {
    if ($Value -cnotin $Allowed) { Stop-Run 2 usage.one-of $Option, $Value, ($Allowed -join ' ') }
}

function Test-Seconds([string] $Option, [string] $Value) {
    if ($Value -notmatch '^[0-9]+(\.[0-9]+)?$') { Stop-Run 2 usage.number $Option, $Value }
}

function Stop-Quietly([int] $ExitCode = 0) {
    $script:Ended = $true
    exit $ExitCode
}

function Start-Run([string[]] $Words) {
    if ($Words -contains '--help' -or $Words -contains '-h') {
        Write-Text help
        Stop-Quietly
    }
    if ($Words.Count -eq 0) { Stop-Run 2 help }
    $script:Command = $Words[0]
    Read-Options @($Words | Select-Object -Skip 1)
    if (-not $Url) { Stop-Run 2 need.url }
    $script:Url = $Url -replace '/$'
    if (-not (Test-Address $Url)) { Stop-Run 2 need.https $Url }
    if ($Command -eq 'settings' -and -not $File) { Stop-Run 2 usage.file settings }
    if ($DryRun) { Write-Text dry-run }
    Connect-Org
    switch ($Command) {
        setup {
            $script:Timeout ??= 1800
            Invoke-Setup
        }
        doctor { Invoke-Doctor }
        settings { Invoke-Settings }
        data { Invoke-Data }
        installed { Read-Solution }
        sweep { Invoke-Sweep }
        recompute { Invoke-Recompute }
        reconcile { Invoke-Reconcile }
        unregister { Invoke-Unregister }
    }
}

$Ended = $false
# In a session PowerShell reads S1,S2 as a list.
$words = @($args | ForEach-Object { $_ -join ',' })
Select-Language $words
Import-Texts
Set-Defaults
try {
    Start-Run $words
    $Ended = $true
}
catch {
    # A defect of this script.
    [Console]::Error.WriteLine("$($_.InvocationInfo.PositionMessage)`n$_")
    $Ended = $true
    exit 1
}
finally {
    # Reached without an end only by Ctrl+C.
    if (-not $Ended) {
        if ($Resume -and $FromToken) { Write-Complaint interrupted.token $Resume, $FromToken } else { Write-Complaint interrupted }
        # The exit code of a script that was stopped is lost; a session that called it goes on.
        if ([Environment]::GetCommandLineArgs() -match '(^|[\\/])operator\.ps1$') { [Environment]::Exit(130) }
    }
}
